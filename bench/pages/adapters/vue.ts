import { createSojourn, useSession } from "@sojourn/vue";
import { createApp, defineComponent, h } from "vue";
import { offer, TEXT } from "./mount-list.ts";

const Plain = defineComponent(() => () => h("li", TEXT));

const Consumer = defineComponent(() => {
  const { data, status } = useSession();
  return () => h("li", data.value?.user?.name ?? status.value);
});

offer((container, count, session) => {
  const Item = session ? Consumer : Plain;
  const list = () => Array.from({ length: count }, () => h(Item));
  createApp({ render: list })
    .use(createSojourn({ session: session ?? null }))
    .mount(container);
});
