import { testDoors } from "doors";
import { app } from "./app";

testDoors({ ...app, name: "next-pages", dialect: "v4" });
