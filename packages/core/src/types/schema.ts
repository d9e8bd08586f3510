/** What is wrong with a session. `path` says where. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** The result of a schema for a value. */
export type SchemaResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/**
 * A schema for server sessions, of any library with Standard Schema (zod, valibot, ArkType …).
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
 * The output type of a schema. One line makes it the session type of every hook:
 * `interface Register { session: SessionOf<typeof schema> }`.
 */
export type SessionOf<Schema> = Schema extends SessionSchema<infer S> ? S : never;
