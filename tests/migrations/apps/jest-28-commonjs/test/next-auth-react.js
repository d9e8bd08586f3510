const { createContext, useContext } = require("react");

const Session = createContext({ data: null, status: "unauthenticated" });

module.exports = {
  SessionProvider: ({ session, children }) => (
    <Session.Provider
      value={{ data: session, status: session ? "authenticated" : "unauthenticated" }}
    >
      {children}
    </Session.Provider>
  ),
  useSession: () => useContext(Session),
  getSession: async () => ({ user: { name: "Grace" }, expires: "never" }),
  signIn: jest.fn(),
  signOut: jest.fn(),
};
