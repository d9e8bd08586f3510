import NextAuth from "next-auth";
import { options } from "../../../../../options.js";

const handle = (request, context) => NextAuth(request, context, options());

export { handle as GET, handle as POST };
