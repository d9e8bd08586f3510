import { users } from "../users.ts";

/** The accounts to sign in with. */
export function DemoUsers() {
  return (
    <table className="users">
      <caption>Two accounts to sign in with</caption>
      <thead>
        <tr>
          <th scope="col">Username</th>
          <th scope="col">Password</th>
          <th scope="col">Role</th>
        </tr>
      </thead>
      <tbody>
        {users.map(({ username, password, role }) => (
          <tr key={username}>
            <td>
              <code>{username}</code>
            </td>
            <td>
              <code>{password}</code>
            </td>
            <td>{role}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
