package io.huikuan.platform.graphql;

import graphql.execution.ResultPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A place in the answer.
 *
 * @param up the place around it; null at the root
 * @param segment the name of a field, or the number of a row
 */
record Place(Place up, Object segment) {

    /** The place as errors tell it. */
    ResultPath path() {
        List<Object> segments = new ArrayList<>();
        for (Place place = this; place != null; place = place.up) {
            segments.add(place.segment);
        }
        Collections.reverse(segments);
        return ResultPath.fromList(segments);
    }
}
