/**
 * Runs in a page: has it create passkeys without asking, as browsers with a password manager do.
 * Chromium's virtual authenticator never answers such a request. So it is asked for a common
 * passkey, and what says that a user was present and verified is taken out of the response.
 */
export function createWithoutAsking(): void {
  const { credentials } = navigator;
  const create = credentials.create.bind(credentials);
  credentials.create = async (options) => {
    const { mediation, ...others } = options as CredentialCreationOptions & { mediation?: string };
    const credential = await create(others);
    if (mediation !== "conditional" || !(credential instanceof PublicKeyCredential)) {
      return credential;
    }
    const response = credential.response as AuthenticatorAttestationResponse;
    const bytes = new Uint8Array(response.attestationObject);
    const data = new Uint8Array(response.getAuthenticatorData());
    const flagsInData = 32;
    const start = bytes.findIndex((_, at) =>
      data.slice(0, flagsInData).every((byte, index) => bytes[at + index] === byte),
    );
    const presentAndVerified = 0b101;
    bytes[start + flagsInData] = (bytes[start + flagsInData] ?? 0) & ~presentAndVerified;
    Object.defineProperty(response, "attestationObject", { value: bytes.buffer });
    return credential;
  };
}
