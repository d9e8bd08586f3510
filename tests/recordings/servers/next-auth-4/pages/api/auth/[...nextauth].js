import NextAuth from "next-auth";
import { options } from "../../../options.js";

export default (request, response) => NextAuth(request, response, options());
