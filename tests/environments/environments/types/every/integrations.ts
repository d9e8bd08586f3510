import { mountDevtools, withDevtools } from "@sojourn/devtools";
import { SojournDevtools, SojournDevtoolsPanel } from "@sojourn/devtools/react";
import { sojournDevtoolsPlugin } from "@sojourn/devtools/tanstack";
import { connectSession, sessionQueryOptions } from "@sojourn/query";
import * as reactQuery from "@sojourn/query/react-query";
import * as swr from "@sojourn/query/swr";
import { adapterContract } from "@sojourn/testing/adapter-contract";
import * as vue from "@sojourn/vue";
import { signInWithPasskey } from "@sojourn/webauthn";
import { signIn } from "@sojourn/webauthn/react";
import { known } from "./is-any";

known(withDevtools, "known");
known(mountDevtools, "known");
known(SojournDevtools, "known");
known(SojournDevtoolsPanel, "known");
known(sojournDevtoolsPlugin, "known");
known(connectSession, "known");
known(sessionQueryOptions, "known");
known(reactQuery.useSession, "known");
known(reactQuery.useConnectedSession, "known");
known(swr.useSession, "known");
known(swr.sessionKey, "known");
known(adapterContract, "known");
known(vue.useSession, "known");
known(vue.createSojourn, "known");
known(signInWithPasskey, "known");
known(signIn, "known");

export const names: string[] = adapterContract(null as never).map(({ name }) => name);
// @ts-expect-error: a passkey's sign-in takes no number
void signIn(1);
