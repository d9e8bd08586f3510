import type { Node } from "@babel/types";
import {
  callOf,
  keyOf,
  nameOf,
  propertiesOf,
  propertyOf,
  startOf,
  textOf,
} from "../parse/nodes.ts";
import { visit } from "../parse/visit.ts";
import type { Hit, Look } from "./scene.ts";

/**
 * The usual names of next-auth's OAuth providers. The names of an app's own providers are not
 * known.
 */
const oauth = new Set(
  `42-school apple atlassian auth0 authentik azure-ad azure-ad-b2c battlenet box bitbucket cognito
  coinbase discord discogs dropbox duende-identity-server6 eveonline facebook faceit figma foursquare
  freshbooks fusionauth github gitlab google hubspot identity-server4 instagram kakao keycloak line
  linkedin mailchimp mailru medium microsoft-entra-id naver netlify notion okta onelogin osso patreon
  pinterest pipedrive reddit salesforce slack spotify strava todoist trakt twitch twitter vk webex
  wikimedia wordpress workos yandex zitadel zoho zoom`
    .trim()
    .split(/\s+/),
);

const atBuild = new Set(["getStaticProps", "getStaticPaths", "generateStaticParams"]);
const withoutEffect = ["broadcast", "event", "triggerEvent"];

/** Finds calls whose options or place have another effect with `@sojourn/react`. */
export const lookAtCalls: Look = ({ root, bindings, isTest }) => {
  const hits: Hit[] = [];
  visit(root, (node, ancestors) => {
    const call = callOf(node);
    if (!call) return;
    const name = bindings.exportOf(call.callee);
    const [first, second] = call.args;
    const at = startOf(node);

    if (name === "signIn" && oauth.has(textOf(first)?.value ?? "")) {
      const redirect = propertyOf(second, "redirect");
      const isOff = redirect?.type === "BooleanLiteral" && !redirect.value;
      if (isOff) hits.push({ rule: "redirect-false-oauth", at });
    }
    if (name === "getSession") {
      const keys = propertiesOf(first).map(keyOf);
      if (withoutEffect.some((it) => keys.includes(it))) {
        hits.push({ rule: "get-session-options", at });
      }
    }
    if ((name === "getProviders" || name === "getCsrfToken") && !isTest && isAtBuild(ancestors)) {
      hits.push({ rule: "build-asks-server", at });
    }
  });
  return hits;
};

/** Whether code runs at build time: in a function that builds call, or outside of all functions. */
function isAtBuild(ancestors: readonly Node[]): boolean {
  const isBuilding = (node: Node): boolean =>
    (node.type === "FunctionDeclaration" || node.type === "VariableDeclarator") &&
    atBuild.has(nameOf(node.id) ?? "");
  const isInside = (node: Node): boolean =>
    ("params" in node && "body" in node) || node.type === "ClassBody";
  return ancestors.some(isBuilding) || !ancestors.some(isInside);
}
