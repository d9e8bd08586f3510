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

/** Has an account, and is let in through no provider flow. */
const mallory: DemoUser = {
  id: "3",
  username: "mallory",
  password: "mallory",
  name: "Mallory",
  email: "mallory@example.com",
  role: "member",
};

/** @throws Error for "crash": then the user database is down */
export function findUser(username: unknown, password: unknown): DemoUser | undefined {
  if (username === "crash") throw new Error("The user database is down");
  return [...users, mallory].find(
    (user) => user.username === username && user.password === password,
  );
}

export function isWelcome(email: string | null | undefined): boolean {
  return email !== mallory.email;
}

/** Whether somebody may call themselves that. */
export function isValidName(name: unknown): name is string {
  return typeof name === "string" && name.trim().length > 0 && name.trim().length <= 40;
}

export function roleOf(email: string | null | undefined): Role {
  return users.find((user) => user.email === email)?.role ?? "member";
}

export function passwordOf(username: string): string {
  const user = users.find((candidate) => candidate.username === username);
  if (!user) throw new Error(`There is no user “${username}”.`);
  return user.password;
}
