/** The submission of a form. */
export type FormEvent = SubmitEvent & { currentTarget: HTMLFormElement };
