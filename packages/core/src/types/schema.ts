/** What is wrong with a session, and where: `path` leads there. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** What a schema says to a value. */
export type SchemaResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/**
 * A schema for what the server sends, of any library that speaks Standard Schema (zod, valibot,
 * ArkType …).
 *
 * @see https://standardschema.dev
 */
export interface SessionSchema<S> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<S> | Promise<SchemaResult<S>>;
  };
}

/**
 * The session that a schema makes. One line makes it the type of every hook:
 * `interface Register { session: SessionOf<typeof schema> }`.
 */
export type SessionOf<Schema> = Schema extends SessionSchema<infer S> ? S : never;
