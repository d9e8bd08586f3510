import { DemoUsers } from "shared/components";

export default function Home() {
  return (
    <>
      <h1>Sign in once. Every tab knows.</h1>
      <p className="lead">
        This is a React Router app in framework mode. Its server has <code>Auth()</code> of{" "}
        <code>@auth/core</code> in a resource route. The server renders each page with the user, and
        the browser asks for no session.
      </p>
      <ol className="steps">
        <li>
          Open{" "}
          <a href="/" target="_blank">
            another tab
          </a>
          , and one more.
        </li>
        <li>Sign in in one of them. The badge at the top changes in all tabs.</li>
        <li>Sign out in another one. All of them follow at once.</li>
      </ol>
      <DemoUsers />
    </>
  );
}
