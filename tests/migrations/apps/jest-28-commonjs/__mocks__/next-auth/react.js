const actual = jest.requireActual("next-auth/react");

const ada = { user: { name: "Ada", email: "ada@example.com" }, expires: "1" };

module.exports = {
  ...actual,
  useSession: jest.fn(() => ({ data: ada, status: "authenticated" })),
  signIn: jest.fn(),
  signOut: jest.fn(),
};
