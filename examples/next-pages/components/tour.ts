export interface Stop {
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
        title: "Rendered with it",
        about: "The session travels in the page props: the browser asks for nothing.",
      },
      {
        href: "/get-session",
        title: "Asked on a server",
        about: "getSession, getCsrfToken and getProviders in getServerSideProps.",
      },
      {
        href: "/initial",
        title: "Asked on either side",
        about: "getSession({ ctx }) in getInitialProps: on the server, or in the browser.",
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
      {
        href: "/custom",
        title: "A gentler refusal",
        about: "onUnauthenticated: you decide what happens instead.",
      },
      {
        href: "/admin",
        title: "Admins only",
        about: "A page says which role it needs, and a wrapper sees to it.",
      },
    ],
  },
  {
    heading: "Change",
    stops: [
      {
        href: "/profile",
        title: "Your profile",
        about: "update() a name: it changes in all tabs, and nothing flickers.",
      },
      {
        href: "/auth/signout",
        title: "Signing out",
        about: "With a full page load, or without leaving the page.",
      },
    ],
  },
  {
    heading: "Time",
    stops: [
      {
        href: "/stay",
        title: "Kept alive",
        about: "A session that is asked for every two seconds never ends.",
      },
      {
        href: "/idle",
        title: "Left to expire",
        about: "A session nobody asks for ends on time, on screen.",
      },
    ],
  },
  {
    heading: "By hand",
    stops: [
      {
        href: "/provider-flows",
        title: "Every provider flow",
        about: "signIn() with any provider, options and parameters, and what it resolves to.",
      },
      {
        href: "/by-hand",
        title: "A form of your own",
        about: "Post to the server yourself, with getCsrfToken().",
      },
      {
        href: "/plain",
        title: "No session at all",
        about: "A page that reads no session makes no request.",
      },
    ],
  },
];
