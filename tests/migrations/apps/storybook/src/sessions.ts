import type { Session } from "next-auth";

export const ada: Session = {
  user: { id: "1", name: "Ada", email: "ada@example.com" },
  expires: "2100-01-01T00:00:00.000Z",
};

/** Of the day on which the story was written. */
export const grace: Session = {
  user: { id: "2", name: "Grace", email: "grace@example.com" },
  expires: "2021-06-01T00:00:00.000Z",
};
