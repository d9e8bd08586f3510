import { createSojourn } from "@sojourn/vue";
import { createApp } from "vue";
import App from "./App.vue";

createApp(App)
  .use(createSojourn({ basePath: "/auth" }))
  .mount("#app");
