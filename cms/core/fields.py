"""Fields the rooms share."""

from wagtail.fields import StreamField as WagtailStreamField


class StreamField(WagtailStreamField):
    """Wagtail's StreamField whose block definitions stay out of migrations.

    Blocks change weekly and hold no database structure; in migrations they would only rot.
    """

    def __init__(self, block_types=(), *args, **kwargs):
        kwargs.pop("block_lookup", None)
        super().__init__(block_types, *args, **kwargs)

    def deconstruct(self):
        name, _path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        kwargs.pop("block_types", None)
        return name, "cms.core.fields.StreamField", [[]], kwargs
