/** What comes after asking for a link. */
export function SentPage() {
  return (
    <>
      <h1>Look into your mailbox</h1>
      <p class="lead">The link in it signs you in. It works once, and for a day.</p>
    </>
  );
}
