// What Embind makes ready for types that no binding of ours passes, and for handles that are shared, compared or collected:
// it would be an eighth of the loader.
addToLibrary({
  _embind_register_bigint: () => {},
  _embind_register_bigint__deps: [],
  _embind_register_std_wstring: () => {},
  _embind_register_std_wstring__deps: [],

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
