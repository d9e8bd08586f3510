import PropTypes from "prop-types";
import { useSession } from "next-auth/react";

export default function MembersOnly({ children }) {
  const session = useSession({ required: true });
  return session.data ? <main>{children}</main> : <p>For members</p>;
}

MembersOnly.propTypes = { children: PropTypes.node };
