export type Role = "admin" | "member";

export interface DemoUser {
  id: string;
  username: string;
  password: string;
  name: string;
  email: string;
  role: Role;
}

/** Everybody who can sign in. A demo: the home page prints the passwords too. */
export const users: readonly DemoUser[] = [
  {
    id: "1",
    username: "ada",
    password: "lovelace",
    name: "Ada Lovelace",
    email: "ada@example.com",
    role: "admin",
  },
  {
    id: "2",
    username: "grace",
    password: "hopper",
    name: "Grace Hopper",
    email: "grace@example.com",
    role: "member",
  },
];

export function findUser(username = "", password = ""): DemoUser | undefined {
  return users.find((user) => user.username === username && user.password === password);
}

export function passwordOf(username: string): string {
  const user = users.find((candidate) => candidate.username === username);
  if (!user) throw new Error(`There is no user “${username}”.`);
  return user.password;
}
