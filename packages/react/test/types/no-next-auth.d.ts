/** In place of next-auth: nothing that its client exports. */
export type Nothing = never;
