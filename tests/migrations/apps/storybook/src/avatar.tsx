import { useSession } from "next-auth/react";
import { useState } from "react";

export function Avatar() {
  const { data: session, update } = useSession();
  const [isOpen, setOpen] = useState(false);
  const user = session?.user;
  if (!user) return <p>Nobody</p>;
  return (
    <div>
      <button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {user.name?.slice(0, 1)}
      </button>
      {isOpen && (
        <p>
          {user.email} <button onClick={() => update()}>Refresh</button>
        </p>
      )}
    </div>
  );
}
