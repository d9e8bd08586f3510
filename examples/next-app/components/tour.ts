interface Stop {
  href: string;
  title: string;
  about: string;
}

/** The pages, in the order in which they are worth visiting. */
export const tour: readonly { heading: string; stops: readonly Stop[] }[] = [
  {
    heading: "Start",
    stops: [{ href: "/", title: "Three tabs", about: "Sign in once, and watch every tab know." }],
  },
  {
    heading: "Read",
    stops: [
      {
        href: "/server",
        title: "Asked on a server",
        about: "auth(), getSession and getProviders in a server component.",
      },
      {
        href: "/shell",
        title: "In the static shell",
        about: "A component that is prerendered, and learns of the session in the browser.",
      },
      {
        href: "/refresh",
        title: "Rendered again",
        about: "A server component that follows the session, in every tab.",
      },
    ],
  },
  {
    heading: "Protect",
    stops: [
      {
        href: "/protected",
        title: "Signed-in only",
        about: "required: true sends you to sign in, and brings you back.",
      },
    ],
  },
  {
    heading: "Change",
    stops: [
      {
        href: "/actions",
        title: "By server actions",
        about: "The server signs you in and out. Every tab follows, without a reload.",
      },
      {
        href: "/profile",
        title: "Your profile",
        about: "update() a name: it changes in all tabs, and nothing flickers.",
      },
      {
        href: "/passkeys",
        title: "Passkeys",
        about: "Add one, and sign in with it: no password, and no page is loaded.",
      },
      {
        href: "/autofill",
        title: "Passkeys in the autofill",
        about: "The browser offers a passkey in the username field, and makes one for you.",
      },
      {
        href: "/auth/signout",
        title: "Signing out",
        about: "With a full page load, or without leaving the page.",
      },
    ],
  },
];
