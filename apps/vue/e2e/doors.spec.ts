import { testDoors } from "doors";
import { app } from "./app.ts";

testDoors(app);
