module.exports = {
  __esModule: true,
  SessionProvider: ({ children }) => children,
  getCsrfToken: jest.fn(async () => "a token"),
  getSession: jest.fn(async () => null),
  signIn: jest.fn(),
  signOut: jest.fn(),
  useSession: jest.fn(() => ({ data: null, status: "unauthenticated", update: jest.fn() })),
};
