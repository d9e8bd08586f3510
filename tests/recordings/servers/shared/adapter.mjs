import { changeState, readState } from "./state.mjs";

function withDate(row, name) {
  return row && { ...row, [name]: new Date(row[name]) };
}

function read() {
  const { database } = readState();
  if (database === "broken") throw new Error("The database is down");
  return database;
}

function change(make) {
  read();
  return changeState(({ database }) => make(database));
}

function take(rows, isMeant) {
  const index = rows.findIndex(isMeant);
  return index < 0 ? null : rows.splice(index, 1)[0];
}

const findUser = (database, isMeant) => database.users.find(isMeant) ?? null;

/** An adapter of next-auth 4 and 5 over the state's file. */
export const adapter = {
  createUser: async (user) =>
    change(({ users }) => {
      const row = { ...user, id: String(users.length + 1), emailVerified: null };
      users.push(row);
      return row;
    }),
  getUser: async (id) => findUser(read(), (user) => user.id === id),
  getUserByEmail: async (email) => findUser(read(), (user) => user.email === email),
  async getUserByAccount({ provider, providerAccountId }) {
    const database = read();
    const account = database.accounts.find(
      (it) => it.provider === provider && it.providerAccountId === providerAccountId,
    );
    return account ? findUser(database, ({ id }) => id === account.userId) : null;
  },
  updateUser: async (user) =>
    change((database) =>
      Object.assign(
        findUser(database, ({ id }) => id === user.id),
        user,
      ),
    ),
  linkAccount: async (account) => change(({ accounts }) => void accounts.push(account)),
  async createSession(session) {
    change(({ sessions }) => void sessions.push(session));
    return session;
  },
  async getSessionAndUser(sessionToken) {
    const database = read();
    const row = database.sessions.find((it) => it.sessionToken === sessionToken);
    if (!row) return null;
    const user = findUser(database, ({ id }) => id === row.userId);
    return { session: withDate(row, "expires"), user };
  },
  updateSession: async (session) =>
    change(({ sessions }) => {
      const row = sessions.find((it) => it.sessionToken === session.sessionToken);
      return withDate(Object.assign(row, session), "expires");
    }),
  deleteSession: async (sessionToken) =>
    change(({ sessions }) => take(sessions, (it) => it.sessionToken === sessionToken)),
  async createVerificationToken(token) {
    change(({ tokens }) => void tokens.push(token));
    return token;
  },
  useVerificationToken: async ({ identifier, token }) =>
    change(({ tokens }) =>
      withDate(
        take(tokens, (it) => it.identifier === identifier && it.token === token),
        "expires",
      ),
    ),
};
