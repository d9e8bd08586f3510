import { mountDevtools } from "@sojourn/devtools";
import { client } from "./client.ts";

mountDevtools(client);
