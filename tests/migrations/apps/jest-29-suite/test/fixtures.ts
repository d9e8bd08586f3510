import type { Session } from "next-auth";

export const ada: Session = {
  user: { id: "1", name: "Ada", email: "ada@example.com", role: "admin" },
  expires: "2020-01-01T00:00:00.000Z",
  accessToken: "token-of-ada",
};

export const grace: Session = {
  user: { id: "2", name: "Grace", email: "grace@example.com", role: "member" },
  expires: "1",
};
