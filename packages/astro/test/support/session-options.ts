import type { Session, SessionClientOptions } from "@sojourn/core";

/** A session as the auth server of the tests answers it. */
interface Answered extends Session {
  token?: string;
}

/** Leaves out what no page should have. */
function validate(answer: unknown): { value: Session } {
  // The auth server of the tests answers nothing else.
  const { token: _token, ...value } = answer as Answered;
  return { value };
}

const options: SessionClientOptions<Session> = {
  schema: { "~standard": { version: 1, vendor: "test", validate } },
};

// oxlint-disable-next-line import/no-default-export -- what the integration imports
export default options;
