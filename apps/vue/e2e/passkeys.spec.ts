import { testPasskeyDoors } from "doors";
import { app } from "./app.ts";

testPasskeyDoors(app);
