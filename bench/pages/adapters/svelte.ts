import { flushSync, mount } from "svelte";
import Consumer from "./Consumer.svelte";
import List from "./List.svelte";
import { offer } from "./mount-list.ts";
import Plain from "./Plain.svelte";

offer((target, count, session) => {
  const Item = session ? Consumer : Plain;
  mount(List, { target, props: { Item, count, session: session ?? null } });
  flushSync();
});
