import * as fc from "fast-check";

// Whether a mutant is noticed must not depend on chance.
fc.configureGlobal({ seed: 1 });
