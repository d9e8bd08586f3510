/** An event of a form. */
export type FormEvent = Event & { currentTarget: HTMLFormElement };
