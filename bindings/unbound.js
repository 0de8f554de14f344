// What Embind makes ready for types that no binding of ours passes: it would be a twentieth of the loader.
addToLibrary({
  _embind_register_bigint: () => {},
  _embind_register_bigint__deps: [],
  _embind_register_std_wstring: () => {},
  _embind_register_std_wstring__deps: [],
})
