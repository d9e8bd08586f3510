import { getSession, useSession } from "next-auth/react";
import { useEffect, useState } from "react";

export interface Book {
  title: string;
}

/** The books of whoever is signed in, asked for by its token. */
export async function fetchBooks(): Promise<Book[]> {
  const session = await getSession();
  if (!session?.accessToken) return [];
  const response = await fetch("/api/books", {
    headers: { Authorization: `Bearer ${session.accessToken}` },
  });
  return response.json();
}

export function BookList() {
  const { status } = useSession();
  const [books, setBooks] = useState<Book[]>([]);

  useEffect(() => {
    if (status !== "authenticated") return;
    fetch("/api/books")
      .then((response) => response.json())
      .then(setBooks);
  }, [status]);

  return (
    <ul>
      {books.map(({ title }) => (
        <li key={title}>{title}</li>
      ))}
    </ul>
  );
}
