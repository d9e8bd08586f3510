const PropTypes = require("prop-types");
const { signIn, signOut, useSession } = require("next-auth/react");

function Account({ provider }) {
  const { data: session, status } = useSession();
  if (status === "loading") return <p>One moment …</p>;
  if (!session) return <button onClick={() => signIn(provider)}>Sign in</button>;
  return (
    <p>
      {session.user.name} <button onClick={() => signOut()}>Sign out</button>
    </p>
  );
}

Account.propTypes = { provider: PropTypes.string };

module.exports = { Account };
