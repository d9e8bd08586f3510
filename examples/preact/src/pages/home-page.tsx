/** What to try. */
export function HomePage() {
  return (
    <>
      <h1>Sign in once. Every tab knows.</h1>
      <p class="lead">
        This is a Preact app, on an Express server with <code>@auth/express</code>. Its components
        call <code>useSession()</code>, an adapter of fifty lines, and <code>@sojourn/core</code>{" "}
        does the rest.
      </p>
      <ol class="steps">
        <li>
          Open{" "}
          <a href="/" target="_blank">
            another tab
          </a>
          , and one more.
        </li>
        <li>
          Sign in as <code>ada</code> with <code>lovelace</code>, or as <code>grace</code> with{" "}
          <code>hopper</code>. The badge at the top changes in all tabs, with a single request.
        </li>
        <li>Sign out in another tab. All let go at once.</li>
      </ol>
    </>
  );
}
