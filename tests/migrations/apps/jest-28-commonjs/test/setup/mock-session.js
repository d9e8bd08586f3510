jest.mock("next-auth/react", () => {
  const original = jest.requireActual("next-auth/react");
  const mockSession = {
    expires: new Date(Date.now() + 2 * 86400).toISOString(),
    user: { name: "Joan" },
  };
  return {
    __esModule: true,
    ...original,
    useSession: jest.fn(() => ({ data: mockSession, status: "authenticated" })),
    getSession: jest.fn(() => Promise.resolve(mockSession)),
  };
});

global.fetch = jest.fn(() => Promise.resolve({ ok: true, json: () => Promise.resolve({}) }));

beforeEach(() => {
  fetch.mockClear();
});
