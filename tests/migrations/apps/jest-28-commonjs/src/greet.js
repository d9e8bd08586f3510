const nextAuth = require("next-auth/react");

async function greet() {
  const session = await nextAuth.getSession();
  return session ? `Hello ${session.user.name}` : "Hello stranger";
}

module.exports = { greet };
