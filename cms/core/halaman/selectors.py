"""Which pages the public may see, asked without a query of its own."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import PageViewRestriction
from wagtail.query import PageQuerySet


def filter_publik(query: PageQuerySet) -> PageQuerySet:
    """Live pages outside every private section (Wagtail's `public()` asks first, this does not)."""
    tertutup = PageViewRestriction.objects.annotate(
        letak=ExpressionWrapper(OuterRef("path"), output_field=CharField())
    )
    return query.live().filter(~Exists(tertutup.filter(letak__startswith=F("page__path"))))
