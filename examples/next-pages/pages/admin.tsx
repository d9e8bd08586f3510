import { useSession } from "@sojourn/react";
import { Loading } from "shared/components";
import { Page } from "../components/page";
import { users } from "shared/users";
import type { AppPage } from "../types/page";

const code = `
Admin.auth = {
  role: "admin",
  loading: <Loading>Looking for your keys…</Loading>,
  unauthorized: "/denied",
};
`;

const Admin: AppPage = () => {
  const { data: session } = useSession({ required: true });

  return (
    <Page
      title="The control room"
      lead={`Welcome, ${session?.user.name}. You hold the keys: your role is “admin”.`}
      code={code}
    >
      <table className="users">
        <caption>Everybody with an account</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Email</th>
            <th scope="col">Role</th>
          </tr>
        </thead>
        <tbody>
          {users.map(({ id, name, email, role }) => (
            <tr key={id}>
              <td>{name}</td>
              <td>{email}</td>
              <td>{role}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Page>
  );
};

Admin.auth = {
  role: "admin",
  loading: <Loading>Looking for your keys…</Loading>,
  unauthorized: "/denied",
};

export default Admin;
