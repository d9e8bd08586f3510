import "shared/look.css";
import "./page.css";
import { mountPlayground } from "./mount.ts";

const element = document.querySelector("#playground");
if (element) mountPlayground(element);
