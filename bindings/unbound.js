// What Embind makes ready for old browsers, for types that no binding of ours passes, for names that are bound more than once,
// and for handles that are shared, compared or collected: it would be a sixth of the loader.
addToLibrary({
  _embind_register_bigint: () => {},
  _embind_register_bigint__deps: [],
  _embind_register_std_wstring: () => {},
  _embind_register_std_wstring__deps: [],

  $emval_get_global: () => globalThis,
  $emval_get_global__deps: [],

  // Every type that a binding names is bound.
  $throwUnboundTypeError: () => {},
  $throwUnboundTypeError__deps: [],

  // Every name is bound once.
  $ensureOverloadTable: () => {},
  $ensureOverloadTable__deps: [],
  $exposePublicSymbol: (name, value) => {
    Module[name] = value
  },
  $exposePublicSymbol__deps: [],
  $replacePublicSymbol: (name, value) => {
    Module[name] = value
  },
  $replacePublicSymbol__deps: [],

  // Of smart pointers alone.
  $attachFinalizer: (handle) => handle,
  $attachFinalizer__deps: [],

  // Of classes that have others above them, too.
  $genericPointerToWireType: () => {},
  $genericPointerToWireType__deps: [],
  $upcastPointer: (pointer) => pointer,
  $upcastPointer__deps: [],
  $downcastPointer: () => null,
  $downcastPointer__deps: [],

  // All that can be done with a handle of ours is to delete it.
  $init_ClassHandle: () => {
    ClassHandle.prototype.delete = function () {
      if (!this.$$.ptr) throwInstanceAlreadyDeleted(this)
      releaseClassHandle(this.$$)
      this.$$.ptr = undefined
    }
  },
  $init_ClassHandle__deps: ['$ClassHandle', '$releaseClassHandle', '$throwInstanceAlreadyDeleted'],
})
