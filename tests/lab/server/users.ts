/** A person with an account. */
export interface LabUser {
  id: string;
  name: string;
  email: string;
  password: string;
}

export const users: Record<string, LabUser> = {
  ada: { id: "1", name: "Ada Lovelace", email: "ada@lab.test", password: "lovelace" },
  grace: { id: "2", name: "Grace Hopper", email: "grace@lab.test", password: "hopper" },
  alan: { id: "3", name: "Alan Turing", email: "alan@lab.test", password: "turing" },
};
