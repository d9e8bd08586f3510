// signIn() with any arguments, for the tests of all provider flows: no part of the example.

import { showCallForm } from "shared/by-hand";
import { find } from "./find.ts";
import { client } from "./session.ts";

showCallForm(find("#call"), client.signIn);
