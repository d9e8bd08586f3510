import { createHandler, StartServer } from "@solidjs/start/server";
import icon from "shared/icon.svg";

export default createHandler(() => (
  <StartServer
    document={(props) => (
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>Sojourn in SolidStart</title>
          <link rel="icon" href={icon} type="image/svg+xml" />
          {props.assets}
        </head>
        <body>
          {props.children}
          {props.scripts}
        </body>
      </html>
    )}
  />
));
